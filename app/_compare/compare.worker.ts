import { type CompareRequest, compareDocuments } from './comparing'

// Beside the page: however large two versions are, it can be scrolled and left while they are compared.
self.onmessage = ({ data }: MessageEvent<CompareRequest>) =>
  compareDocuments(data, answer => self.postMessage(answer))
