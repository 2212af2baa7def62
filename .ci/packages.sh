# What the tests need of Debian. Sourced by run.

debian_packages=(redis-server postgresql dovecot-imapd chromium openssl git ca-certificates)

is_installed() {
  dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep --quiet '^install ok installed$'
}

install_packages() {
  local missing=() package
  for package in "${debian_packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  command -v npm >/dev/null || missing+=(nodejs npm)
  if ((${#missing[@]} == 0)); then
    echo 'All packages are there.'
    return 0
  fi
  [[ $EUID == 0 ]] || stop_with "These packages are missing, and only root installs: ${missing[*]}"
  echo "Installing ${missing[*]}"
  without_starting_services retry 3 apt_install "${missing[@]}" || stop_with "apt-get could not install ${missing[*]}"
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  # An unreachable source need not be one that is needed: the install decides.
  apt-get update --quiet=2 || true
  apt-get install --yes --quiet=2 --no-install-recommends "$@" >"$scratch/apt.log" 2>&1 || {
    tail -20 "$scratch/apt.log"
    return 1
  }
}

# Debian starts a service once it is installed; its own way to forbid that is this file. The tests start their own.
without_starting_services() {
  local policy=/usr/sbin/policy-rc.d status=0
  if [[ -e $policy ]]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  policy_to_remove=$policy
  "$@" || status=$?
  rm -f "$policy"
  policy_to_remove=
  return "$status"
}

retry() {
  local times=$1 attempt
  shift
  for ((attempt = 1; attempt <= times; attempt++)); do
    "$@" && return 0
    ((attempt == times)) || sleep $((attempt * 5))
  done
  return 1
}
