/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl;

import com.google.inject.Injector;
import org.bieumau.model.BieumauPackage;
import org.eclipse.emf.ecore.EPackage;

/** Makes the language known to EMF and Xtext where no Eclipse platform does. */
public class BieuStandaloneSetup extends BieuStandaloneSetupGenerated {

    public static void doSetup() {
        new BieuStandaloneSetup().createInjectorAndDoEMFRegistration();
    }

    @Override
    public void register(Injector injector) {
        EPackage.Registry.INSTANCE.putIfAbsent(BieumauPackage.eNS_URI, BieumauPackage.eINSTANCE);
        super.register(injector);
    }
}
