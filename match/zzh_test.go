package match
import ("testing";"context")
func matchText(t testing.TB, m *Matcher, d Document) Result { t.Helper(); r, err := m.Match(context.Background(), d); if err != nil { t.Fatal(err) }; return r }
