import { domClasses } from './dom.js';
import { streamReaderClass } from './stream-reader.js';
import { streamWriterClass } from './stream-writer.js';

/** The classes that read and write XML. */
export const xmlClasses = [...domClasses, streamReaderClass, streamWriterClass];
