//go:build unix

package documents

import (
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestOnlyFiles holds that what is no file is refused, and refused at once.
func TestOnlyFiles(t *testing.T) {
	tree(t, "a.txt", "a", "folder/b.txt", "b")
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Skipf("this system makes no pipes: %v", err)
	}
	if err := syscall.Mkfifo("folder/pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", "socket")
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	for _, tc := range []struct{ reason, name, want string }{
		{"a pipe that nobody writes to", "pipe", "pipe: is a pipe, not a file: save it"},
		{"a device without end", "/dev/zero", "/dev/zero: is a device, not a file: save it"},
		{"a device that holds nothing", "/dev/null", "/dev/null: is a device, not a file: save it"},
		{"a socket", "socket", "socket: is a socket, not a file: save it"},
		{"what the kernel tells as it is read", "/proc/self/maps", "/proc/self/maps: is part of the system, not a file: copy"},
		{"memory", "/proc/self/mem", "/proc/self/mem: is part of the system, not a file: copy"},
		{"a folder of the kernel", "/proc", "/proc: is part of the system, not a file: copy"},
		{"a pipe in a folder is passed over", "folder", "folder/b.txt = b"},
		{"a file", "a.txt", "a.txt = a"},
	} {
		if _, err := os.Stat(tc.name); err != nil {
			t.Logf("%s: %v", tc.name, err)
			continue
		}
		begun := time.Now()
		got := strings.Join(found(t.Context(), "", Limits{}, tc.name), "; ")
		if !strings.HasPrefix(got, tc.want) || strings.Contains(got, "; ") {
			t.Errorf("%s: %q; want %q", tc.reason, got, tc.want)
		}
		if d := time.Since(begun); d > time.Second {
			t.Errorf("%s: refused after %v", tc.reason, d)
		}
	}
}
