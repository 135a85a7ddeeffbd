/* SPDX-License-Identifier: EPL-2.0 */
/**
 * A read-only view of a document for exporters that write metadata: {@link org.bieumau.core.document.DocumentFields}.
 */
@NullMarked
package org.bieumau.core.document;

import org.jspecify.annotations.NullMarked;
