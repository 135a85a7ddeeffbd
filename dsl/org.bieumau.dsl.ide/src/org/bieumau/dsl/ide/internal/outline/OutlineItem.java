/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.outline;

import java.util.List;

/**
 * What an outline shows of a file: a copy, which stays as it is when the file changes.
 *
 * @param label what to show
 * @param kind the name of its class in the model, such as <code>FormTemplate</code>: for a picture
 * @param offset where it begins
 * @param length how long it is
 * @param children what is in it, in the order of the text
 */
public record OutlineItem(String label, String kind, int offset, int length, List<OutlineItem> children) {}
