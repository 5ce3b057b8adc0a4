{{ figures_of('detention') }}
