/* SPDX-License-Identifier: EPL-2.0 */
/** The rules that a stored file is checked against. Begin with {@link org.bieumau.checking.internal.CheckRun}. */
@NullMarked
package org.bieumau.checking.internal;

import org.jspecify.annotations.NullMarked;
