/* SPDX-License-Identifier: EPL-2.0 */
/**
 * Packs of provinces: {@link org.bieumau.core.pack.BundledPack} in a jar, {@link org.bieumau.core.pack.FolderPack} in a
 * folder without Java.
 */
@NullMarked
package org.bieumau.core.pack;

import org.jspecify.annotations.NullMarked;
