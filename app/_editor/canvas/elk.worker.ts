// Listens by itself as soon as it runs inside a worker.
import 'elkjs/lib/elk-worker.min.js'
