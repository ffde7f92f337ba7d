// Reads a ledger with the client of the Go checksum database (golang.org/x/mod/sumdb), which knows nothing of Trove. It opens
// the newest checkpoint and an older one that was kept, reads the tiles that it needs, proves from them that the ledger only
// grew and that each event is where it is said to be, and checks the proofs that the server worked out. It ends with 0 when
// all of them hold.
//
//	client LEDGER AUTHORIZATION KEY OLDER-CHECKPOINT POSITION=DIGEST…
package main

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	ledger := ledger{os.Args[1], os.Args[2]}
	verifier, err := note.NewVerifier(os.Args[3])
	must(err)
	kept, err := os.ReadFile(os.Args[4])
	must(err)
	older := open(kept, verifier)
	newest := open(ledger.get("checkpoint"), verifier)
	hashes := tlog.TileHashReader(newest, ledger)

	grown, err := tlog.ProveTree(newest.N, older.N, hashes)
	must(err)
	must(tlog.CheckTree(grown, newest.N, newest.Hash, older.N, older.Hash))
	said := ledger.proof(fmt.Sprintf("consistency?from=%d&to=%d", older.N, newest.N))
	must(tlog.CheckTree(said, newest.N, newest.Hash, older.N, older.Hash))

	for _, argument := range os.Args[5:] {
		position, leaf := event(argument)
		proof, err := tlog.ProveRecord(newest.N, position, hashes)
		must(err)
		must(tlog.CheckRecord(proof, newest.N, newest.Hash, position, leaf))
		said := ledger.proof(fmt.Sprintf("inclusion?position=%d&size=%d", position, newest.N))
		must(tlog.CheckRecord(tlog.RecordProof(said), newest.N, newest.Hash, position, leaf))
	}
	fmt.Printf("%d events are among the %d, which begin with the %d of before\n", len(os.Args)-5, newest.N, older.N)
}

// A checkpoint that the key has signed: its lines are origin, size and root.
func open(signed []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		must(fmt.Errorf("the checkpoint is of %q, not of %q", lines[0], verifier.Name()))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

// An event's position, and the leaf of its digest.
func event(argument string) (int64, tlog.Hash) {
	before, after, _ := strings.Cut(argument, "=")
	position, err := strconv.ParseInt(before, 10, 64)
	must(err)
	digest, err := hex.DecodeString(after)
	must(err)
	return position, tlog.RecordHash(digest)
}

type ledger struct{ address, authorization string }

func (l ledger) get(path string) []byte {
	request, err := http.NewRequest("GET", l.address+"/"+path, nil)
	must(err)
	request.Header.Set("Authorization", l.authorization)
	answer, err := http.DefaultClient.Do(request)
	must(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	must(err)
	if answer.StatusCode != 200 {
		must(fmt.Errorf("%s answers %s: %s", path, answer.Status, body))
	}
	return body
}

// A proof that the server worked out.
func (l ledger) proof(path string) tlog.TreeProof {
	var answer struct{ Proof []string }
	must(json.Unmarshal(l.get("proof/"+path), &answer))
	var proof tlog.TreeProof
	for _, text := range answer.Proof {
		bytes, err := base64.StdEncoding.DecodeString(text)
		must(err)
		var hash tlog.Hash
		copy(hash[:], bytes)
		proof = append(proof, hash)
	}
	return proof
}

// Tiles have the height 8, as C2SP has them, which leaves it out of their paths.
func (l ledger) Height() int { return 8 }

func (l ledger) ReadTiles(tiles []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range tiles {
		data = append(data, l.get(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
	}
	return data, nil
}

func (l ledger) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
