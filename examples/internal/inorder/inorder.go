// Package inorder works on the items of a sequence several at once, and gives what comes of them in the order of the items.
//
//	for page := range inorder.Map(urls, 8, fetch) {
//		...
//	}
package inorder

import "iter"

// Map yields work(item) for each item, in the order of items, with at most workers calls of work at once. Items are asked for one after
// the other, and no more than twice as many as there are workers are ahead of what was yielded, so that memory stays flat. When the
// iteration is left early it waits for the item that is being asked for and for the work that has begun: a caller whose items or work can
// take long cancels them first. No goroutine outlives the iteration.
func Map[In, Out any](items iter.Seq[In], workers int, work func(In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		left := make(chan struct{})
		running := make(chan struct{}, workers)
		queue := make(chan chan Out, workers)
		defer func() {
			close(left)
			for done := range queue {
				<-done
			}
		}()
		go func() {
			defer close(queue)
			for item := range items {
				select {
				case <-left:
					return
				case running <- struct{}{}:
				}
				done := make(chan Out, 1)
				go func() {
					done <- work(item)
					<-running
				}()
				queue <- done
			}
		}()
		for done := range queue {
			if !yield(<-done) {
				return
			}
		}
	}
}
