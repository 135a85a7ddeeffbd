/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import org.jspecify.annotations.Nullable;
import java.io.Closeable;
import java.io.IOException;

/** A pass over the blocks of a layout. */
public interface Blocks extends Closeable {

    /**
     * The next block, or null at the end.
     *
     * @throws IOException if the rows cannot be read on
     */
    @Nullable Block next() throws IOException;
}
