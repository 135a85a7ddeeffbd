/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bieumau.consolidation.internal.file.ReturnFile;

/**
 * Where returns are, and what was read of them: folders of this machine, or a file system that several machines share.
 * It may be sent to other machines.
 */
public interface Storage extends Serializable, Closeable {

    /** Content of a file. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Returns the files that may be returns, in the order of their names.
     *
     * @throws IOException if a folder cannot be read
     */
    List<ReturnFile> find() throws IOException;

    /** Returns the content of a return. */
    byte[] bytes(ReturnFile file) throws IOException;

    /** Returns where a return can be read as it is, such as a file of this machine; empty if it has to be copied. */
    default Optional<Path> original(ReturnFile file) {
        return Optional.empty();
    }

    /** Opens what was stored; empty if there is nothing. */
    Optional<InputStream> open(String key) throws IOException;

    /** Stores a content, completely or not at all. Only the owner can read it. */
    void put(String key, Content content) throws IOException;

    /** Releases what is open. The storage can be used further on. */
    @Override
    default void close() throws IOException {}
}
