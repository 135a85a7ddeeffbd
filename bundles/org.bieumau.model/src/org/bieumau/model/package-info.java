/* SPDX-License-Identifier: EPL-2.0 */
/**
 * The domain model, generated from <code>bieumau.ecore</code>. Begin with {@link org.bieumau.model.Library}, whose
 * elements are templates, forms, documents and the elements they refer to. {@link org.bieumau.model.BieumauFactory}
 * creates elements. An optional feature that is not set is null; a reference that cannot be resolved is a proxy.
 */
package org.bieumau.model;
