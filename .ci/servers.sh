# Servers of our own for the tests, on free loopback ports, with their data under $scratch. Sourced by run.

started=() # "pid signal name" of everything that was started, in order

start() { # name, signal that ends it in order, command...
  local name=$1 signal=$2
  shift 2
  "$@" >"$scratch/$name.log" 2>&1 &
  started+=("$! $signal $name")
}

# The last started is ended first; what does not end in 10 s is killed.
stop_servers() {
  local entry pid signal name index
  for ((index = ${#started[@]} - 1; index >= 0; index--)); do
    entry=${started[index]}
    read -r pid signal name <<<"$entry"
    end "$signal" "$pid"
    wait "$pid" 2>/dev/null
  done
  started=()
}

end() { # signal, pid
  kill -s "$1" "$2" 2>/dev/null || return 0
  timeout 10 tail --pid="$2" --sleep-interval=0.1 --follow /dev/null || kill -s KILL "$2" 2>/dev/null
}

# Waits until a command succeeds; gives up when the server ended or 30 s have passed.
wait_for() { # name, command...
  local name=$1 pid deadline=$((SECONDS + 30))
  shift
  read -r pid _ <<<"${started[-1]}"
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$pid" 2>/dev/null || ((SECONDS > deadline)); then
      tail -20 "$scratch/$name.log"
      stop_with "$name did not start"
    fi
    sleep 0.1
  done
}

free_port() {
  node --eval "
    const server = require('node:net').createServer()
    server.listen(0, '127.0.0.1', () => { console.log(server.address().port); server.close() })"
}

as() { # user, command...: without a shell or a session in between, so that the pid is the command's own
  local user=$1
  shift
  if [[ $EUID == 0 ]]; then
    exec setpriv --reuid="$user" --regid="$user" --init-groups -- "$@"
  fi
  exec "$@"
}

start_redis() {
  local port
  port=$(free_port)
  mkdir "$scratch/redis"
  start redis TERM redis-server --bind 127.0.0.1 --port "$port" --dir "$scratch/redis" --appendonly yes --save '' \
    --maxmemory-policy noeviction
  wait_for redis redis-cli -h 127.0.0.1 -p "$port" ping
  export OPKOMST_TEST_REDIS_URL=redis://127.0.0.1:$port/0
}

start_postgresql() {
  local programs port folder=$scratch/postgresql
  programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort --version-sort | tail -1)
  port=$(free_port)
  install --directory --owner=postgres --group=postgres --mode=700 "$folder"
  (as postgres "$programs/initdb" --pgdata="$folder/data" --auth-local=peer --auth-host=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8) >"$scratch/initdb.log" 2>&1 || stop_with "initdb failed: $(tail -3 "$scratch/initdb.log")"
  # INT: ends the sessions and closes in order. Tests run side by side, some with three Opkomsts of two pools each.
  start postgresql INT as postgres "$programs/postgres" -D "$folder/data" -c listen_addresses=127.0.0.1 \
    -c port="$port" -c unix_socket_directories="$folder" -c max_connections=300
  sql() { (as postgres "$programs/psql" --host="$folder" --port="$port" --quiet --command="$1" postgres); }
  wait_for postgresql sql 'select 1'
  # As at a provider: an account that may make databases, and nothing else that is special.
  sql "create role opkomst login createdb password 'opkomst'" || stop_with 'PostgreSQL refused the account of the tests'
  sql 'create database opkomst owner opkomst' || stop_with 'PostgreSQL refused the database of the tests'
  export OPKOMST_TEST_DATABASE_URL=postgres://opkomst:opkomst@127.0.0.1:$port/opkomst
}

start_dovecot() {
  local port tls_port folder=$scratch/dovecot
  dovecot --version | grep --quiet '^2\.3\.' || stop_with "The tests' Dovecot settings are for 2.3 (Debian 12), not $(dovecot --version)"
  port=$(free_port)
  tls_port=$(free_port)
  install --directory --owner=dovecot --group=dovecot "$folder"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -keyout "$folder/key.pem" \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -out "$folder/cert.pem" 2>"$scratch/openssl.log" ||
    stop_with 'openssl could not make a certificate'
  mkdir --parents "$folder"/{run,state} "$folder"/mail/demo/Maildir/{cur,new,tmp}
  sed "s|@BASE@|$folder|g; s|@USER@|dovecot|g; s|@PORT@|$port|g; s|@TLS_PORT@|$tls_port|g" \
    test/support/dovecot.conf.template >"$folder/dovecot.conf"
  chown --recursive dovecot:dovecot "$folder"
  start dovecot TERM as dovecot dovecot -F -c "$folder/dovecot.conf"
  wait_for dovecot accepts_imap "$port"
  export OPKOMST_TEST_IMAP_URL=imap://demo:demo@127.0.0.1:$port
  export OPKOMST_TEST_IMAPS_URL=imaps://demo:demo@127.0.0.1:$tls_port
  export OPKOMST_TEST_IMAP_CA=$folder/cert.pem
  # Of the user in these URLs; another name has ../../<name>/Maildir.
  export OPKOMST_TEST_MAILDIR=$folder/mail/demo/Maildir
}

accepts_imap() {
  local greeting
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  read -r -t 5 greeting <&3
  exec 3>&-
  [[ $greeting == '* OK'* ]]
}

find_chromium() {
  export OPKOMST_TEST_CHROMIUM=/usr/bin/chromium
  [[ -x $OPKOMST_TEST_CHROMIUM ]] || stop_with "There is no $OPKOMST_TEST_CHROMIUM"
}

test_variables=(OPKOMST_TEST_REDIS_URL OPKOMST_TEST_DATABASE_URL OPKOMST_TEST_IMAP_URL OPKOMST_TEST_IMAPS_URL
  OPKOMST_TEST_IMAP_CA OPKOMST_TEST_MAILDIR OPKOMST_TEST_CHROMIUM)
