/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

/** What prose consists of as it prints. */
public sealed interface ProseBlock permits ProseParagraph, ProseTable, ProseForm {}
