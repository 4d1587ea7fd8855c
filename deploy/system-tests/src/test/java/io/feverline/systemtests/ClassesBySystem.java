package io.feverline.systemtests;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever has a system to itself comes first, then whoever shares one, kind by kind; of a kind by name. */
public final class ClassesBySystem implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.<ClassDescriptor, String>comparing(ClassesBySystem::system)
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static String system(ClassDescriptor test) {
        return test.findAnnotation(ExtendWith.class).stream()
                .flatMap(extensions -> Stream.of(extensions.value()))
                .filter(OneSystem.class::isAssignableFrom)
                .map(Class::getName)
                .findFirst()
                .orElse("");
    }
}
