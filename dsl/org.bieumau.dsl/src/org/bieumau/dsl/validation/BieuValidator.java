/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

public class BieuValidator extends AbstractBieuValidator {
}
