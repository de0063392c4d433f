package documents

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
	"time"
)

// resources returns what the process took of the processor, and the most memory that it had since anew was last set.
func resources(anew bool) (cost, bool) {
	if anew && os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) != nil {
		return cost{}, false
	}
	var u syscall.Rusage
	status, err := os.ReadFile("/proc/self/status")
	if err != nil || syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return cost{}, false
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := bytes.Fields(rest)
	if len(fields) == 0 {
		return cost{}, false
	}
	kilobytes, err := strconv.ParseInt(string(fields[0]), 10, 64)
	return cost{time.Duration(u.Utime.Nano() + u.Stime.Nano()), kilobytes << 10}, err == nil
}
