package org.guildhall.access.web;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Keyed;
import org.guildhall.platform.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives operations that move value the cause of what they are asked for. */
@Configuration(proxyBeanMethods = false)
class KeyedArguments implements WebMvcConfigurer {

    private final Access access;

    KeyedArguments(Access access) {
        this.access = access;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CauseArgument(access));
    }

    /** Reads the header for whoever acts. */
    private record CauseArgument(Access access) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(Keyed.class);
        }

        @Override
        public String resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return IdempotencyKey.cause(access.actor(), request.getHeader(IdempotencyKey.HEADER));
        }
    }
}
