/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Forms and documents as a stream of blocks that every format renders. Begin with
 * {@link org.bieumau.core.layout.Layout#of} and the kinds of {@link org.bieumau.core.layout.Block}.
 */
@NullMarked
package org.bieumau.core.layout;

import org.jspecify.annotations.NullMarked;
