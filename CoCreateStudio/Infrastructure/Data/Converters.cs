using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CoCreateStudio.Infrastructure.Data;

/// <summary>All times are UTC, in the database and out of it.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    write => write, read => DateTime.SpecifyKind(read, DateTimeKind.Utc));

/// <summary>A small value kept as JSON text, the same on every database.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    write => JsonSerializer.Serialize(write, JsonSerializerOptions.Default), read => JsonSerializer.Deserialize<T>(read, JsonSerializerOptions.Default)!);

/// <summary>Such values are replaced as a whole, never changed in place.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Default) == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
    value => value);
