package org.guildhall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Needs;
import org.guildhall.access.Permission;
import org.guildhall.kernel.Refusal;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses whoever lacks what an operation {@link Needs}, before anything of the request is looked at. */
@Configuration(proxyBeanMethods = false)
class PermissionFirst implements WebMvcConfigurer, HandlerInterceptor {

    private final Access access;

    PermissionFirst(Access access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var needs = handler instanceof HandlerMethod operation ? operation.getMethodAnnotation(Needs.class) : null;
        if (needs != null && Arrays.stream(needs.value()).map(Permission::of).noneMatch(access::may)) {
            throw Refusal.of(new AccessRefusal.Denied(needs.value()[0]));
        }
        return true;
    }
}
