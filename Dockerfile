FROM node:24-slim AS web
WORKDIR /web
COPY web/ .
RUN npm ci && node build.mjs /pages

FROM python:3.13-slim
WORKDIR /drift
COPY pyproject.toml README.md ./
COPY graph graph
COPY cypher cypher
COPY loaders loaders
COPY algorithms algorithms
COPY api api
COPY scheduler scheduler
COPY --from=web /pages api/assets/graphiql
RUN pip install --no-cache-dir -e . && useradd --create-home drift
USER drift
EXPOSE 8000
CMD ["drift", "serve", "--host", "0.0.0.0", "--port", "8000"]
