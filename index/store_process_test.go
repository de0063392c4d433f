package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nocmatch/nocmatch/profiles"
)

// These tests start this test program again, with what to do in its environment.
const (
	roleVariable = "NOCMATCH_TEST_ROLE"
	dirVariable  = "NOCMATCH_TEST_DIR"
)

func TestMain(m *testing.M) {
	role, dir := os.Getenv(roleVariable), os.Getenv(dirVariable)
	switch role {
	case "":
		os.Exit(m.Run())
	case "read":
		x, err := Open(context.Background(), dir)
		if err == nil {
			fmt.Println(len(x.Profiles()), "profiles")
			_, err = fmt.Scanln(new(string)) // holds it open until all others have it open too
		}
		if err != nil {
			fmt.Println(err)
		}
	case "write":
		for {
			if err := Create(context.Background(), dir, profiles.All()[:10]); err != nil {
				fmt.Println(err)
			}
			fmt.Println("written")
		}
	}
}

func child(t *testing.T, role, dir string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+role, dirVariable+"="+dir)
	cmd.Stderr = os.Stderr
	return cmd
}

func TestOpenInSeveralProcesses(t *testing.T) {
	dir := save(t, few())
	open(t, dir)
	want := fmt.Sprintln(len(few()), "profiles")
	for range 3 {
		cmd := child(t, "read", dir)
		stdin, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			fmt.Fprintln(stdin, "done")
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
		line := make([]byte, len(want))
		if n, err := stdout.Read(line); err != nil || string(line[:n]) != want {
			t.Errorf("another process says %q, %v, want %q", line[:n], err, want)
		}
	}
}

// A writer that is killed leaves the old index behind, or the new one.
func TestCreateKilled(t *testing.T) {
	dir := save(t, few())
	old, replaced := build(t, few()), build(t, profiles.All()[:10])
	for range 6 {
		cmd := child(t, "write", dir)
		var out strings.Builder
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+rand.IntN(150)) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Error(err)
		}
		cmd.Wait() // the error says that it was killed
		if said := strings.ReplaceAll(out.String(), "written\n", ""); said != "" {
			t.Errorf("the writer says %q", said)
		}
		x := open(t, dir)
		want := old
		if len(x.Profiles()) == 10 {
			want = replaced
		}
		if diff := difference(t, want, x); diff != "" {
			t.Errorf("after a writer was killed the index differs in %s", diff)
		}
	}
	// The first time there is no old one, and a folder that is not finished can be written to again.
	dir = filepath.Join(t.TempDir(), "saved")
	cmd := child(t, "write", dir)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 5000 {
		if entries, _ := os.ReadDir(dir); len(entries) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	cmd.Wait()
	if err := Create(context.Background(), dir, few()); err != nil {
		t.Fatal(err)
	}
	if diff := difference(t, old, open(t, dir)); diff != "" {
		t.Errorf("written again, the index differs in %s", diff)
	}
}
