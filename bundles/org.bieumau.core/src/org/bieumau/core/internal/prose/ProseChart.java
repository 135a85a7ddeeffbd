/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.model.Chart;
import org.bieumau.model.Paragraph;

/**
 * A chart within a text, in place of a paragraph that consists of <code>{the chart}</code> alone.
 *
 * @param source the paragraph
 */
public record ProseChart(Chart chart, Paragraph source) implements ProseBlock {}
