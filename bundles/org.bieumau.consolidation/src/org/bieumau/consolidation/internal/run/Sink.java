/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;

/** Receives elements in order. */
@FunctionalInterface
public interface Sink<T> {

    void accept(T element) throws IOException;
}
