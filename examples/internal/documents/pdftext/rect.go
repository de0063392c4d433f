package pdftext

// A rect is a rectangle with its sides along the axes.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) holds(x, y float64) bool { return x >= r.x0 && x <= r.x1 && y >= r.y0 && y <= r.y1 }

func (r rect) intersect(s rect) rect {
	return rect{max(r.x0, s.x0), max(r.y0, s.y0), min(r.x1, s.x1), min(r.y1, s.y1)}
}

func (r rect) area() float64 { return max(0, r.x1-r.x0) * max(0, r.y1-r.y0) }

// corners are those of r, in order, after the transformation m.
func (r rect) corners(m matrix) []point {
	return []point{m.at(r.x0, r.y0), m.at(r.x1, r.y0), m.at(r.x1, r.y1), m.at(r.x0, r.y1)}
}

type point struct{ x, y float64 }

// bounds returns the smallest rectangle around points, of which there is one at least.
func bounds(points []point) rect {
	r := rect{points[0].x, points[0].y, points[0].x, points[0].y}
	for _, p := range points[1:] {
		r = rect{min(r.x0, p.x), min(r.y0, p.y), max(r.x1, p.x), max(r.y1, p.y)}
	}
	return r
}
