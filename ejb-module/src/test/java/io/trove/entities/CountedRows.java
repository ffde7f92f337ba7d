package io.trove.entities;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicLong;

/** A connection that counts the rows which statements with a word in them read. */
final class CountedRows {

    private final Connection connection;
    private final AtomicLong rows = new AtomicLong();

    CountedRows(Connection real, String word) {
        this.connection = proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof PreparedStatement statement && ((String) arguments[0]).contains(word)
                    ? statement(statement)
                    : result;
        });
    }

    Connection connection() {
        return connection;
    }

    long rows() {
        return rows.get();
    }

    private PreparedStatement statement(PreparedStatement real) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof ResultSet set ? set(set) : result;
        });
    }

    private ResultSet set(ResultSet real) {
        return proxy(ResultSet.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                rows.incrementAndGet();
            }
            return result;
        });
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountedRows.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
