/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.serializer;

public class BieuSemanticSequencer extends AbstractBieuSemanticSequencer {}
