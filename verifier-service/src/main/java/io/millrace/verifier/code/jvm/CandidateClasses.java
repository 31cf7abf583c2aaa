package io.millrace.verifier.code.jvm;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of a program, in the order in which the compiler wrote them. */
final class CandidateClasses extends ClassLoader {

    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    CandidateClasses(DataInputStream given) throws IOException {
        // Nothing of ours is found by the names of the program's classes.
        super(ClassLoader.getPlatformClassLoader());
        int count = given.readInt();
        for (int at = 0; at < count; at++) {
            String name = given.readUTF();
            byte[] content = new byte[given.readInt()];
            given.readFully(content);
            contents.put(name, content);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, content, 0, content.length);
    }

    /** The methods of a name, of all classes. */
    List<Method> methods(String name) throws ClassNotFoundException {
        List<Method> found = new ArrayList<>();
        for (String each : contents.keySet()) {
            for (Method method : loadClass(each).getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isSynthetic() && !method.isBridge()) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /** Calls a method, on a new object unless it is static; what it throws is wrapped. */
    static @Nullable Object invoke(Method method, @Nullable Object... arguments) throws ReflectiveOperationException {
        method.setAccessible(true);
        if (Modifier.isStatic(method.getModifiers())) {
            return method.invoke(null, arguments);
        }
        var constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        return method.invoke(constructor.newInstance(), arguments);
    }
}
