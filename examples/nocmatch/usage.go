package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/profiles"
)

// oneOf reports a value of a flag that is none of those it may have.
func oneOf(flag, value string, may ...string) error {
	if slices.Contains(may, value) {
		return nil
	}
	return fmt.Errorf("--%s is %q: want %s or %s", flag, value, strings.Join(may[:len(may)-1], ", "), may[len(may)-1])
}

// atLeastOne reports a number that leaves nothing to show.
func atLeastOne(flag string, n int) error {
	if n < 1 {
		return fmt.Errorf("--%s is %d: want 1 or more", flag, n)
	}
	return nil
}

// knownCodes splits a list of codes at its commas, drops those given twice, and reports those that no profile has.
func knownCodes(list string, set corpus.Set) ([]string, error) {
	var codes []string
	for code := range strings.SplitSeq(list, ",") {
		code = strings.TrimSpace(code)
		if _, ok := set.Lookup(code); !ok {
			return nil, unknownCode(code, set)
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes, nil
}

func unknownCode(code string, set corpus.Set) error {
	return fmt.Errorf("no occupation has the code %q among the %s: find codes with \"nocmatch search WORDS\", or load others with --profiles", code, counted(set.Len(), "profile", "profiles"))
}

// counted puts a number before its noun.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// completeFlag lets a shell complete the values of a flag.
func completeFlag(cmd *cobra.Command, flag string, values ...string) {
	// Only a flag that does not exist fails, and every command is built in every test.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeCodes lets a shell complete the code of a built-in occupation, with its title beside it.
func completeCodes(_ *cobra.Command, _ []string, start string) ([]string, cobra.ShellCompDirective) {
	var codes []string
	for _, p := range profiles.All() {
		if strings.HasPrefix(p.Code, start) {
			codes = append(codes, p.Code+"\t"+p.Title)
		}
	}
	return codes, cobra.ShellCompDirectiveNoFileComp
}

// completeOneCode is completeCodes for a command that takes one code and nothing else.
func completeOneCode(cmd *cobra.Command, args []string, start string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeCodes(cmd, args, start)
}
