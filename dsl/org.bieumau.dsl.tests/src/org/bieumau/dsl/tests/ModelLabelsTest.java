/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.edit.provider.BieumauItemProviderAdapterFactory;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.edit.provider.IItemLabelProvider;
import org.junit.jupiter.api.Test;

/** Tests the item providers of the model and their labels. */
class ModelLabelsTest {

    private static Properties labels(String name) throws IOException {
        var labels = new Properties();
        try (var in = BieumauItemProviderAdapterFactory.class.getResourceAsStream("/" + name)) {
            labels.load(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        }
        return labels;
    }

    @Test
    void everyClassAndFeatureHasALabelInBothLanguages() throws IOException {
        var vietnamese = labels("plugin.properties");
        assertEquals(vietnamese.keySet(), labels("plugin_en.properties").keySet());
        for (var classifier : BieumauPackage.eINSTANCE.getEClassifiers()) {
            if (classifier instanceof EClass type) {
                assertTrue(vietnamese.containsKey("_UI_" + type.getName() + "_type"), type.getName());
                type.getEStructuralFeatures()
                        .forEach(feature -> assertTrue(
                                vietnamese.containsKey("_UI_" + type.getName() + "_" + feature.getName() + "_feature"),
                                () -> type.getName() + "." + feature.getName()));
            }
        }
        assertEquals("Mẫu biểu", vietnamese.getProperty("_UI_FormTemplate_type"));
    }

    @Test
    void elementsAreLabelledByTheirTitle() {
        var agency = Bieu.parse("cơ quan A \"Sở Khoa học\"").getElements().get(0);
        var provider =
                (IItemLabelProvider) new BieumauItemProviderAdapterFactory().adapt(agency, IItemLabelProvider.class);
        assertTrue(provider.getText(agency).endsWith("Sở Khoa học"), provider.getText(agency));
    }
}
