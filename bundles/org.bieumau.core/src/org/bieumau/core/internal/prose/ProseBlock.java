/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

/** A block of printed prose. */
public sealed interface ProseBlock permits ProseParagraph, ProseTable, ProseForm, ProseChart {}
