/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A single pass over the blocks of a layout. */
public interface Blocks extends Closeable {

    /**
     * Returns the next block, or null after the last one.
     *
     * @throws IOException if the rows of a form cannot be read further
     */
    @Nullable
    Block next() throws IOException;
}
