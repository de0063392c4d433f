package pdftext

import "math"

// A matrix is an affine transformation as PDF writes it: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then returns the transformation that does m first, and next after it.
func (m matrix) then(next matrix) matrix {
	return matrix{
		m[0]*next[0] + m[1]*next[2], m[0]*next[1] + m[1]*next[3],
		m[2]*next[0] + m[3]*next[2], m[2]*next[1] + m[3]*next[3],
		m[4]*next[0] + m[5]*next[2] + next[4], m[4]*next[1] + m[5]*next[3] + next[5],
	}
}

func translation(x, y float64) matrix { return matrix{1, 0, 0, 1, x, y} }

// quarterTurns is the direction in which m writes, in turns of 90 degrees counter-clockwise, 0 to
// 3.
func (m matrix) quarterTurns() int {
	return (int(math.Round(math.Atan2(m[1], m[0])/(math.Pi/2))) + 4) % 4
}

// turnBack turns a point clockwise by quarter turns about the origin.
func turnBack(x, y float64, turns int) (float64, float64) {
	for range turns {
		x, y = y, -x
	}
	return x, y
}

// at returns where m moves a point.
func (m matrix) at(x, y float64) point {
	return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
}
