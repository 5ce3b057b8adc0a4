{{ figures_of('displacement') }}
