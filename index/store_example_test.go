package index_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

// An index is built once and opened by as many programs as need it.
func ExampleOpen() {
	temp, err := os.MkdirTemp("", "")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(temp)
	dir := filepath.Join(temp, "noc.index")

	x, err := index.Open(context.Background(), dir)
	if errors.Is(err, os.ErrNotExist) || errors.Is(err, index.ErrAnalysis) {
		if err := index.Create(context.Background(), dir, profiles.All()); err != nil {
			log.Fatal(err)
		}
		x, err = index.Open(context.Background(), dir)
	}
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()

	hits, err := x.Search(context.Background(), "coding of discharge abstracts", 1)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(hits[0].Code, hits[0].Title)
	// Output: 12111 Health information management occupations
}
