#!/bin/sh
# Opens letters and papers as LibreOffice and as a PDF reader see them, one picture per first page, into docs/pictures.
# Needs soffice (libreoffice-writer), pdftoppm (poppler-utils); ImageMagick's `convert` makes the pictures small.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/node_modules/.bin/node" "$here/test/letters/write-samples.ts" "$work"
mkdir -p "$here/docs/pictures"
for docx in "$work"/*.docx; do
  name=$(basename "$docx" .docx)
  mv "$work/$name.pdf" "$work/$name-pdf.pdf"
  soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" "$docx" >/dev/null 2>&1
  mv "$work/$name.pdf" "$work/$name-word.pdf"
  for as in word pdf; do
    pdftoppm -r 60 -f 1 -l 1 -singlefile -png "$work/$name-$as.pdf" "$work/$name-$as"
    convert "$work/$name-$as.png" -colors 32 "$here/docs/pictures/surat-$(echo "$name" | tr _ -)-$as.png"
  done
  echo "$name: $(pdfinfo "$work/$name-word.pdf" | awk '/Pages/ { print $2 }') pages in Word, $(pdfinfo "$work/$name-pdf.pdf" | awk '/Pages/ { print $2 }') as PDF"
done
