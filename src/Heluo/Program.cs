using Heluo.Cli;

return await CommandLine.RunAsync(args);
