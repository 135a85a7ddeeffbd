/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The model of the domain, generated from <code>bieumau.ecore</code>. Begin with {@link org.bieumau.model.Library}, whose
 * elements are templates, forms, documents and what they refer to; {@link org.bieumau.model.BieumauFactory} creates them.
 * A feature that is not set is null; a reference that cannot be resolved is a proxy.
 */
package org.bieumau.model;
