package htmlreport

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
)

// The style sheet and the script of every page. They are constant, so that the policy can name them by their hashes.
var (
	style  = template.CSS(asset("style.css"))
	script = template.JS(asset("script.js"))
)

// policy allows this style sheet and this script and nothing else: no other script, no image, no request, no form.
var policy = "default-src 'none'; style-src '" + hash(string(style)) + "'; script-src '" + hash(string(script)) +
	"'; base-uri 'none'; form-action 'none'"

func asset(name string) string {
	b, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return string(b)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
