package main

// aboutFiles is what the help of every command that reads documents says of them.
const aboutFiles = `Documents are PDF, DOCX, ODT, RTF, HTML, saved pages, e-mail, XML (as HR-XML and
Europass), vCards, Markdown and plain text (UTF-8, UTF-16, or else
Windows-1252); what a file is, its content tells, not its name. Text that people
do not see is not matched, and a warning says so; JSON lists it, with all else
that was left out, as left_out. A folder stands for all files in it and below,
an archive (.zip) for the files in it, and "*", "?", "[a-z]", "{a,b}" and "**"
in quotes for what they match; "-" is standard input. Pipes and devices are not
read, nor links that lead out of a folder. A file that cannot be read is named
on standard error with what to do, counted, and passed over; the exit status is
then 1. Ctrl-C ends the work with what is done so far, and exit status 1.`

// aboutFile is the same for commands that read one document.
const aboutFile = `The document is PDF, DOCX, ODT, RTF, HTML, a saved page, e-mail, XML, a vCard,
Markdown or plain text; what it is, its content tells, not its name. Text that
people do not see is not matched, and a warning says so. "-" is standard input.
The exit status is 1 where it cannot be read.`

// aboutMasks says what --anonymise does and what it does not.
const aboutMasks = `--anonymise puts "███" for names, e-mail and postal addresses, telephone numbers,
links, dates of birth and ages, marital status and the like, pronouns, Mr and
Ms, and schools, as far as they are recognised: look before you pass results on.
Titles such as "waitress" stay. Files are called "candidate 1" and so on, in the
order in which they are found; --key, where there is one, keeps who is who.
Scores and ranks stay the same. JSON then has the masked text, and its hash and
size instead of the file's. An occupation's or a posting's own words stay.`

// aboutPostings says how a posting is compared, and why its confidence says little.
const aboutPostings = `A posting is compared as one more occupation, made of its duties and skills. Few
resumes use a posting's words, so scores for it tend to be lower than for the
occupation that it belongs to, which often "matches better"; that is no fault of
the candidate. Confidence is about which occupation a resume is of, and the
posting's own occupation mostly takes it: go by the score.`
