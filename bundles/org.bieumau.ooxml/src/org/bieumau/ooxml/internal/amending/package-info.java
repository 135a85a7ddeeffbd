/* SPDX-License-Identifier: EPL-2.0 */
/** Changes parts of Office Open XML packages and leaves all else as it is. */
@NullMarked
package org.bieumau.ooxml.internal.amending;

import org.jspecify.annotations.NullMarked;
