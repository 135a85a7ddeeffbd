/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.environment;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bieumau.core.expression.Function;
import org.bieumau.core.form.DatabaseQuery;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.model.Province;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/**
 * Provides functions, layout profiles, provinces and the rows of data files, which the model does not contain.
 * Implemented by {@link org.bieumau.core.registry.Registry}. Each resource set can have an environment of its own.
 */
public interface Environment {

    /** Returns the function of this name that a plug-in contributes. */
    Optional<Function> function(String name);

    /** Returns the layout profile with this id; empty if there is none or it cannot be read. */
    Optional<LayoutProfile> profile(String id);

    /**
     * Returns why a layout profile that exists cannot be read, with file, line and column; empty if there is no reason.
     */
    default Optional<String> profileFailure(String id) {
        return Optional.empty();
    }

    /**
     * Returns the layout profile of documents of a day. Of profiles that follow each other in one regime, this is the
     * one that is in force on the day, whichever of them the id names.
     *
     * @param id id of a profile, or name of a regime
     * @param day the day; null for the newest profile of the regime
     * @return empty if there is no such profile or regime, or if the profile cannot be read
     */
    default Optional<LayoutProfile> profile(String id, @Nullable LocalDate day) {
        var named = profile(id);
        var regime = named.isPresent() ? named.get().regime() : Optional.of(id);
        if (regime.isEmpty()) {
            return named;
        }
        var profiles = profileIds().stream()
                .flatMap(each -> profile(each).stream())
                .filter(each -> each.regime().equals(regime))
                .sorted(Comparator.comparing(LayoutProfile::firstDay))
                .toList();
        var known = profiles.stream()
                .filter(each -> day == null || !each.firstDay().isAfter(day))
                .toList();
        return known.isEmpty() ? profiles.stream().findFirst() : Optional.of(known.getLast());
    }

    /** Returns the ids of the layout profiles, sorted. */
    List<String> profileIds();

    /** Returns what an agency can name as its profile: the ids of the profiles and the names of regimes, sorted. */
    default List<String> profileNames() {
        var regimes =
                profileIds().stream().flatMap(id -> profile(id).stream()).flatMap(profile -> profile.regime().stream());
        return Stream.concat(profileIds().stream(), regimes).distinct().sorted().toList();
    }

    /** Returns the id of the layout profile in the packs of a province; empty if they contain none. */
    Optional<String> profileOfProvince(String provinceCode);

    /** Returns the code of the province that a pack belongs to; an empty string if it belongs to none. */
    String provinceOfPack(String packId);

    /**
     * Returns the rows of a data file; empty if no plug-in reads its format. The file is not opened by this call.
     *
     * @param format id of the format; null to determine it by the file extension
     */
    Optional<RowSource> rows(Path file, @Nullable String format);

    /**
     * Returns the rows of a query; empty if no plug-in reads databases. The connection is not opened by this call.
     * Whoever opens it has asked {@link #dataAccess} before.
     */
    Optional<RowSource> rows(DatabaseQuery query);

    /** Returns what the user permits to open while rows are read. */
    default DataAccess dataAccess() {
        return DataAccess.NONE;
    }

    /** Returns the ids of the formats of data files that can be read, sorted. */
    List<String> rowFormats();

    /** Returns the province of documents and forms that name none. */
    Optional<Province> assumedProvince();

    /** Returns the environment of the resource set that holds an element; the installed one if there is none. */
    static Environment of(@Nullable EObject element) {
        var resource = element == null ? null : element.eResource();
        return resource == null ? Installed.ENVIRONMENT : of(resource.getResourceSet());
    }

    /** Returns the environment attached to a resource set; the installed one if there is none. */
    static Environment of(@Nullable ResourceSet resources) {
        return resources != null
                        && EcoreUtil.getExistingAdapter(resources, Environment.class) instanceof Attachment attachment
                ? attachment.environment
                : Installed.ENVIRONMENT;
    }

    /** Makes this the environment of a resource set, in place of any other. */
    default void attachTo(ResourceSet resources) {
        resources.eAdapters().removeIf(Attachment.class::isInstance);
        resources.eAdapters().add(new Attachment(this));
    }

    /** Ties an environment to a resource set. */
    final class Attachment extends AdapterImpl {

        private final Environment environment;

        private Attachment(Environment environment) {
            this.environment = environment;
        }

        @Override
        public boolean isAdapterForType(@Nullable Object type) {
            return type == Environment.class;
        }
    }

    /** Finds the environment of the installed plug-ins once; the registry supplies it as a service. */
    final class Installed {

        private static final Environment ENVIRONMENT = ServiceLoader.load(
                        Supplier.class, Environment.class.getClassLoader())
                .findFirst()
                .orElseThrow()
                .get();

        private Installed() {}
    }

    /** Supplies the environment of the installed plug-ins. */
    interface Supplier extends java.util.function.Supplier<Environment> {}
}
