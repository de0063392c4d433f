package documents

import (
	"os"
	"syscall"
)

// systemFiles are the file systems whose files the kernel makes up, by the numbers of statfs(2).
var systemFiles = map[uint32]bool{
	0x9fa0: true, 0x62656572: true, 0x64626720: true, 0x74726163: true, 0x73636673: true, // proc, sysfs, debugfs, tracefs, securityfs
	0x27e0eb: true, 0x63677270: true, 0xcafe4a11: true, 0x1cd1: true, // cgroup and its second version, bpf, devpts
}

// ofSystem reports whether an open file or folder is one that the kernel makes up.
func ofSystem(f *os.File) bool {
	var s syscall.Statfs_t
	return syscall.Fstatfs(int(f.Fd()), &s) == nil && systemFiles[uint32(s.Type)]
}
