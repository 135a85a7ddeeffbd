/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.IOException;
import java.io.InputStream;

/** Changes the bytes of a part while they are read. */
public interface PartFilter {

    InputStream apply(InputStream in) throws IOException;
}
