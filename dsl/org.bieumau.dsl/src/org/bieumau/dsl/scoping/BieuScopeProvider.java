/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.scoping;

public class BieuScopeProvider extends AbstractBieuScopeProvider {
}
