package io.feverline.look;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Who looks at a page, and in which language. */
@RequestScoped
@Named("viewer")
public class Viewer {
    /** The cookie that keeps a language that was chosen. */
    static final String LANGUAGE = "language";

    private static final String CONSOLE = "console";

    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final LookConfig config;

    Viewer(SecurityIdentity identity, @Context HttpHeaders headers, @Context UriInfo uri, LookConfig config) {
        this.identity = identity;
        this.headers = headers;
        this.uri = uri;
        this.config = config;
    }

    /** What the provider of identities calls them; empty for who has not signed in. */
    public String getName() {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    /** Whether they may do what a role may. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Where they are, without what was asked for: that may be somebody's. */
    public String getPath() {
        return uri.getRequestUri().getRawPath();
    }

    /** Which of the applications they are in: the first part of the path. */
    public String getPart() {
        return uri.getPathSegments().get(0).getPath();
    }

    /** Where the other application is. */
    public String getOther() {
        return getPart().equals(CONSOLE) ? config.duty() : config.console();
    }

    /** What they read. */
    public Language getLanguage() {
        Cookie chosen = headers.getCookies().get(LANGUAGE);
        return Language.best(chosen == null ? null : chosen.getValue(), headers.getAcceptableLanguages());
    }

    /** Words in what they read, for a text that no template makes. */
    public <T> T words(Class<T> bundle) {
        Language language = getLanguage();
        return language == Language.CHINESE
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }

    /** A page in what they read. */
    public TemplateInstance reads(TemplateInstance page) {
        return page.setLocale(getLanguage().locale());
    }
}
