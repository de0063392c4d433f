//go:build !linux

package documents

import "os"

// ofSystem reports whether an open file or folder is one that the kernel makes up: other systems have none.
func ofSystem(*os.File) bool { return false }
