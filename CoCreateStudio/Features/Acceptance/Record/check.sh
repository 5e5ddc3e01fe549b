#!/bin/sh
# Checks every file of chain.txt and signatures.txt; ends with 0 when all fit, with 1 and what does not otherwise.
cd "$(dirname "$0")" || exit 2
wrong=0 last=0 last_hash=
say() { echo "$1"; wrong=1; }
hash() { (printf '%s\n' "$1"; cat "$2") | sha256sum | cut -d ' ' -f 1; }
{
    read -r extent made
    case "$extent" in whole|part) ;; *) say "chain.txt: the first line says neither whole nor part" ;; esac
    while read -r number previous hash file state; do
        [ "$previous" = - ] && previous=
        [ "$(hash "$previous" "$file")" = "$hash" ] || say "$file: not what was sealed"
        if [ "$number" -eq $((last + 1)) ]; then
            [ "$previous" = "$last_hash" ] || say "$file: does not follow the version before"
        elif [ "$extent" != part ]; then
            say "version $((last + 1)) is missing"
        fi
        last=$number last_hash=$hash
    done
    [ "$extent" = whole ] && [ "$last" -lt "${made:-0}" ] && say "cut off at the end: $made versions were sent"
} < chain.txt
while read -r number version hash file; do
    grep -q "^$number [^ ]* $version " chain.txt || say "$file: signed was another content"
    [ "$hash" = - ] && { echo "$file: from before signatures had a hash"; continue; }
    [ "$(hash "$version" "$file")" = "$hash" ] || say "$file: not what was signed"
done < signatures.txt
[ $wrong -eq 0 ] && echo "All fit. Last hash: $last_hash"
exit $wrong
