package org.guildhall.access.login;

import org.guildhall.access.Access;
import org.guildhall.access.AccessPermissions;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.acting.CurrentAccess;
import org.guildhall.kernel.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who gets in: pages for everybody, the API for whoever is logged in, every answer with strict headers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecurityConfiguration {

    private static final String CONTENT_SECURITY = "default-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "font-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            LiveSessions sessions,
            LiveApiKeys keys,
            CurrentAccess access,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var filter = new AccessFilter(sessions, keys, access, problems);
        return http.sessionManagement(own -> own.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // the access filter proves it, bound to our own session
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(self), geolocation=(), microphone=()"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                        .CrossOriginOpenerPolicy.SAME_ORIGIN)))
                .addFilterBefore(filter, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/session", "/api/entrance")
                        .permitAll()
                        .requestMatchers(Guarded::machine)
                        .access((who, what) -> new AuthorizationDecision(administers(access)))
                        .requestMatchers(Guarded::matches)
                        .authenticated()
                        .requestMatchers(Guarded::page)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> problems.resolveException(
                                        request, response, null, Refusal.of(new AccessRefusal.Unauthenticated())))
                        .accessDeniedHandler((request, response, e) -> problems.resolveException(
                                request,
                                response,
                                null,
                                Refusal.of(new AccessRefusal.Denied(AccessPermissions.ADMINISTER.code())))))
                .build();
    }

    /** Each request is observed once, not once for every security filter: that was a tenth of a call's work. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no accounts but those of the staff files; this also keeps Boot from inventing one. */
    @Bean
    UserDetailsService noOtherAccounts() {
        return username -> {
            throw new UsernameNotFoundException(username);
        };
    }

    private static boolean administers(Access access) {
        return access.current().isPresent() && access.may(AccessPermissions.ADMINISTER);
    }
}
